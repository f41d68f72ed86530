package io.flighthubcamunda.cli;

import io.flighthubcamunda.worker.job.Model;
import java.io.PrintStream;

/** Says how a reconstruction ended. */
public final class EndReport {

  private final PrintStream out;

  public EndReport(PrintStream out) {
    this.out = out;
  }

  public void print(ReconstructionEnd end) {
    if (end.imageSet() != null) {
      end.imageSet().warnings().forEach(warning -> out.println("Warning: " + warning));
    }
    end.results()
        .forEach(
            result ->
                out.println(
                    result.file() == null
                        ? result.toFetch()
                        : "Result of %s: %s (%s)"
                            .formatted(
                                result.type(), result.file(), Sizes.of(result.sizeBytes()))));
    end.models().stream()
        .filter(model -> model.failure() != null)
        .map(Model::failure)
        .forEach(failure -> out.println("No model: " + failure.message()));
    out.println(sentence(end));
    out.flush();
  }

  private static String sentence(ReconstructionEnd end) {
    var why = end.failure() == null ? "" : " " + end.failure().message();
    return switch (end.outcome() == null ? "" : end.outcome()) {
      case "ready" -> "All models are ready.";
      case "partly-ready" -> "Not all models could be made.";
      case "rejected" -> "The image set was rejected." + why;
      case "failed" -> "The reconstruction failed." + why;
      case "cancelled" -> "The reconstruction was cancelled.";
      case "given-up" -> "The reconstruction was given up: it took longer than its time limit.";
      default -> "The reconstruction ended without an outcome; see Operate." + why;
    };
  }
}
