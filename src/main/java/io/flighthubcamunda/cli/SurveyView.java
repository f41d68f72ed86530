package io.flighthubcamunda.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows a {@link SurveyState} as it moves: a bar on a terminal, elsewhere a line for each change.
 */
final class SurveyView implements AutoCloseable {

  private final PrintStream out;
  private final ProgressBar bar;
  private String shown = "";

  private SurveyView(PrintStream out, ProgressBar bar) {
    this.out = out;
    this.bar = bar;
  }

  static SurveyView on(PrintStream out, int imageSets) {
    return new SurveyView(out, ProgressView.isTerminal() ? bar(out, imageSets) : null);
  }

  private static ProgressBar bar(PrintStream out, int imageSets) {
    return new ProgressBarBuilder()
        .setTaskName("Image sets")
        .setInitialMax(imageSets)
        .setStyle(ProgressBarStyle.ASCII)
        .hideEta()
        .setUpdateIntervalMillis(250)
        .setConsumer(new ConsoleProgressBarConsumer(out))
        .build();
  }

  void show(SurveyState state) {
    var sentence = state.sentence();
    if (bar != null) {
      bar.stepTo(state.ended());
      bar.setExtraMessage(" " + sentence);
    } else if (!sentence.equals(shown)) {
      out.println("Image sets: " + sentence);
    }
    shown = sentence;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
    out.flush();
  }
}
