package io.flighthubcamunda.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The facts of an upload in one line. */
final class UploadFacts {

  private static final String GAP = "  ";

  private UploadFacts() {}

  /**
   * As many facts as fit: files are left out first, then batches.
   *
   * @param width characters
   */
  static String within(int width, UploadState upload) {
    var files = count(upload.files(), "files");
    var batches = count(upload.batches(), "batches");
    return Stream.of(line(upload, files, batches), line(upload, batches), line(upload))
        .filter(line -> line.length() <= width)
        .findFirst()
        .orElseGet(() -> bytes(upload));
  }

  private static String line(UploadState upload, String... counts) {
    List<String> facts = new ArrayList<>();
    facts.add(bytes(upload));
    facts.addAll(List.of(counts));
    upload.bytesPerSecond().ifPresent(rate -> facts.add(Sizes.of(Math.round(rate)) + "/s"));
    upload.left().ifPresent(left -> facts.add(time(left) + " left"));
    return String.join(GAP, facts);
  }

  private static String bytes(UploadState upload) {
    return Sizes.of(upload.bytes().done(), upload.bytes().all());
  }

  private static String count(UploadState.Part part, String what) {
    return String.format(Locale.ROOT, "%d/%d %s", part.done(), part.all(), what);
  }

  /** Hours, minutes and seconds, such as 1:05:09 or 4:30. */
  private static String time(Duration duration) {
    return duration.toHours() > 0
        ? String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            duration.toHours(),
            duration.toMinutesPart(),
            duration.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", duration.toMinutesPart(), duration.toSecondsPart());
  }
}
