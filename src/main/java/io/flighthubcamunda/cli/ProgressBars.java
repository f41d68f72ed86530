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
  private final String unit;
  private final long unitSize;
  private final Map<ReconstructionType, ProgressBar> models =
      new EnumMap<>(ReconstructionType.class);
  private final Set<ReconstructionType> finished = EnumSet.noneOf(ReconstructionType.class);
  private ProgressBar upload;
  private boolean uploaded;
  private ProgressBar slot;

  ProgressBars(PrintStream out, String unit, long unitSize) {
    this.out = out;
    this.unit = unit;
    this.unitSize = unitSize;
  }

  @Override
  public void show(ReconstructionProgress progress) {
    showUpload(progress);
    if (progress.uploadComplete() && progress.models().isEmpty()) {
      slot = slot == null ? bar("Waiting for a free slot", "", 1, -1) : slot;
    } else if (slot != null && !progress.models().isEmpty()) {
      slot.close();
      slot = null;
    }
    progress.models().forEach(this::showModel);
  }

  private void showUpload(ReconstructionProgress progress) {
    if (progress.toUpload() > 0 && !uploaded) {
      upload = upload == null ? bar("Upload", unit, unitSize, progress.toUpload()) : upload;
      upload.stepTo(Math.min(progress.uploaded(), progress.toUpload()));
      uploaded = progress.uploadComplete();
      if (uploaded) {
        upload.close();
      }
    }
  }

  private void showModel(ModelProgress model) {
    if (finished.contains(model.type())) {
      return;
    }
    var bar =
        models.computeIfAbsent(model.type(), type -> bar("Model " + type.label(), "%", 1, 100));
    bar.stepTo(model.percent());
    bar.setExtraMessage(" " + model.step());
    if (model.finished()) {
      finished.add(model.type());
      bar.close();
    }
  }

  private ProgressBar bar(String name, String barUnit, long size, long max) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(max)
        .setUnit(barUnit, size)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(250)
        .setConsumer(new ConsoleProgressBarConsumer(out))
        .build();
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
