package io.flighthubcamunda.cli;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** A line for each change worth one: every tenth of a step. */
final class ProgressLines implements ProgressView {

  private static final int STEP = 10;

  private final PrintStream out;
  private final Map<String, String> shown = new HashMap<>();

  ProgressLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(ReconstructionProgress progress) {
    var upload = progress.upload();
    if (upload.known()) {
      var percent = upload.percent() / STEP * STEP;
      line("Upload", percent + " %", "  " + UploadFacts.within(Integer.MAX_VALUE, upload));
    }
    if (upload.complete() && progress.models().isEmpty()) {
      line("Queue", "waiting for a free slot", "");
    }
    progress
        .models()
        .forEach(
            model ->
                line(
                    "Model " + model.type().label(),
                    model.step() + " " + model.percent() / STEP * STEP + " %",
                    ""));
  }

  /**
   * @param text printed when it differs from the one before
   * @param facts printed with it
   */
  private void line(String name, String text, String facts) {
    if (!text.equals(shown.put(name, text))) {
      out.printf("%-12s %s%s%n", name, text, facts);
    }
  }

  @Override
  public void close() {
    out.flush();
  }
}
