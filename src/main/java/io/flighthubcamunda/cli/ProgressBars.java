package io.flighthubcamunda.cli;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.cli.ReconstructionProgress.ModelProgress;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One bar for the upload, then one for each model. */
final class ProgressBars implements ProgressView {

  private final PrintStream out;
  private final Map<ReconstructionType, ProgressBar> models =
      new EnumMap<>(ReconstructionType.class);
  private final Set<ReconstructionType> finished = EnumSet.noneOf(ReconstructionType.class);
  private final UploadBarRenderer renderer = new UploadBarRenderer();
  private ProgressBar upload;
  private boolean uploaded;
  private ProgressBar slot;

  ProgressBars(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(ReconstructionProgress progress) {
    showUpload(progress.upload());
    if (progress.upload().complete() && progress.models().isEmpty()) {
      slot = slot == null ? builder("Waiting for a free slot", -1).build() : slot;
    } else if (slot != null && !progress.models().isEmpty()) {
      slot.close();
      slot = null;
    }
    progress.models().forEach(this::showModel);
  }

  private void showUpload(UploadState state) {
    if (state.known() && !uploaded) {
      renderer.show(state);
      upload = upload == null ? builder("Upload", 100).setRenderer(renderer).build() : upload;
      upload.stepTo(state.percent());
      uploaded = state.complete();
      if (uploaded) {
        upload.close();
      }
    }
  }

  private void showModel(ModelProgress model) {
    if (finished.contains(model.type())) {
      return;
    }
    var bar = models.computeIfAbsent(model.type(), this::model);
    bar.stepTo(model.percent());
    bar.setExtraMessage(" " + model.step());
    if (model.finished()) {
      finished.add(model.type());
      bar.close();
    }
  }

  private ProgressBar model(ReconstructionType type) {
    return builder("Model " + type.label(), 100).setUnit("%", 1).build();
  }

  private ProgressBarBuilder builder(String name, long max) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(max)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(250)
        .setConsumer(new ConsoleProgressBarConsumer(out));
  }

  @Override
  public void close() {
    if (upload != null && !uploaded) {
      upload.close();
    }
    if (slot != null) {
      slot.close();
    }
    models.forEach(
        (type, bar) -> {
          if (!finished.contains(type)) {
            bar.close();
          }
        });
  }
}
