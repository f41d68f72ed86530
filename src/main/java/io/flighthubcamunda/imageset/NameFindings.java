package io.flighthubcamunda.imageset;

import java.util.ArrayList;
import java.util.List;

/** What there is to say about the names of files. */
final class NameFindings {

  private final FileTally prefixed = new FileTally();
  private final FileTally changed = new FileTally();
  private final FileTally undecoded = new FileTally();

  NameFindings(ImageSetPlan plan) {
    plan.files().forEach(this::add);
  }

  private void add(PlannedFile file) {
    String name = file.source().fileName();
    String plain = ObjectName.of(name, file.source().relativePath());
    if (file.source().relativePath().indexOf(FolderPaths.UNDECODABLE) >= 0) {
      undecoded.add(file.source().relativePath());
    }
    if (!file.objectName().equals(plain)) {
      prefixed.add(file.objectName());
    } else if (!plain.equals(name)) {
      changed.add(file.objectName());
    }
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    FindingCode.DUPLICATE_NAMES.say(
        findings,
        prefixed,
        "Equal file names in several folders: %,d files are stored with their folder in front (%s);"
            + " nothing needs to be done.");
    FindingCode.NAMES_CHANGED.say(
        findings,
        changed,
        "Names too long or with characters that FlightHub refuses: %,d files are stored under another"
            + " name (%s); nothing needs to be done.");
    FindingCode.NAMES_NOT_DECODED.say(
        findings,
        undecoded,
        "This machine cannot decode the names of %,d files (%s): start the program with"
            + " LC_ALL=C.UTF-8 to keep their names.");
    return findings;
  }
}
