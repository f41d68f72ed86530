package io.flighthubcamunda.imageset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What there is to say about the names of files. */
final class NameFindings {

  /** Java puts this where it cannot decode a name, for example in a container without a locale. */
  private static final char UNDECODABLE = '\uFFFD';

  private final FileTally prefixed = new FileTally();
  private final FileTally changed = new FileTally();
  private final FileTally undecoded = new FileTally();

  NameFindings(ImageSetPlan plan) {
    plan.files().forEach(this::add);
  }

  private void add(PlannedFile file) {
    String name = file.source().fileName();
    String plain = ObjectName.of(name, file.source().relativePath());
    if (file.source().relativePath().indexOf(UNDECODABLE) >= 0) {
      undecoded.add(file.source().relativePath());
    }
    if (!file.objectName().equals(plain)) {
      prefixed.add(file.objectName());
    } else if (!plain.equals(name)) {
      changed.add(file.objectName());
    }
  }

  List<Finding> findings(ImageSetScan scan) {
    List<Finding> findings = new ArrayList<>();
    say(
        findings,
        FindingCode.DUPLICATE_NAMES,
        prefixed,
        "Equal file names in several folders: %,d files are stored with their folder in front (%s);"
            + " nothing needs to be done.");
    say(
        findings,
        FindingCode.NAMES_CHANGED,
        changed,
        "Names too long or with characters that FlightHub refuses: %,d files are stored under another"
            + " name (%s); nothing needs to be done.");
    say(
        findings,
        FindingCode.NAMES_NOT_DECODED,
        undecoded,
        "This machine cannot decode the names of %,d files (%s): start the program with"
            + " LC_ALL=C.UTF-8 to keep their names.");
    FileTally links = new FileTally();
    scan.skippedLinks().forEach(links::add);
    say(
        findings,
        FindingCode.LINKS_SKIPPED,
        links,
        "Symbolic links are not followed: %,d left out (%s); copy into the folder what they lead to if"
            + " it belongs to the set.");
    return findings;
  }

  private static void say(
      List<Finding> findings, FindingCode code, FileTally tally, String message) {
    if (!tally.isEmpty()) {
      findings.add(code.finding(String.format(Locale.ROOT, message, tally.count(), tally.names())));
    }
  }
}
