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
    if (progress.toUpload() > 0) {
      var percent =
          (int) (100 * Math.min(progress.uploaded(), progress.toUpload()) / progress.toUpload());
      line("Upload", percent / STEP * STEP + " %");
    }
    if (progress.uploadComplete() && progress.models().isEmpty()) {
      line("Queue", "waiting for a free slot");
    }
    progress
        .models()
        .forEach(
            model ->
                line(
                    "Model " + model.type().label(),
                    model.step() + " " + model.percent() / STEP * STEP + " %"));
  }

  private void line(String name, String text) {
    if (!text.equals(shown.put(name, text))) {
      out.printf("%-12s %s%n", name, text);
    }
  }

  @Override
  public void close() {
    out.flush();
  }
}
