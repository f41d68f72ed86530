package io.flighthubcamunda.cli;

import java.util.concurrent.atomic.AtomicReference;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * One line for the upload. The library's own line would work rate and time left out anew with each
 * second that passes, as if something moved between two batches.
 */
final class UploadBarRenderer implements ProgressBarRenderer {

  private static final int SHORTEST_BAR = 4;
  private static final int LONGEST_BAR = 40;

  private final AtomicReference<UploadState> state = new AtomicReference<>(UploadState.UNKNOWN);

  void show(UploadState upload) {
    state.set(upload);
  }

  @Override
  public String render(ProgressState unused, int width) {
    var upload = state.get();
    var head = "Upload %3d%% [".formatted(upload.percent());
    var between = "] ";
    var room = width - head.length() - between.length();
    var facts = UploadFacts.within(room - SHORTEST_BAR, upload);
    var length = Math.clamp(room - facts.length(), 1, LONGEST_BAR);
    var full = length * upload.percent() / 100;
    return head + "=".repeat(full) + " ".repeat(length - full) + between + facts;
  }
}
