package io.flighthubcamunda.worker.metrics;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.schedule.Phase;
import io.flighthubcamunda.worker.job.Model;
import io.flighthubcamunda.worker.job.ModelState;
import io.flighthubcamunda.worker.job.WorkerListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Times the phases of models and counts their ends, out of what two checks in a row saw. The state
 * between them is in the process instance, so another worker may have done the first. A phase that
 * passed between two checks is not seen. All meters exist from the start.
 */
@Component
final class ModelMeters implements WorkerListener {

  private final Map<ReconstructionType, OfType> types = new EnumMap<>(ReconstructionType.class);

  ModelMeters(MeterRegistry registry) {
    for (var type : ReconstructionType.values()) {
      types.put(type, new OfType(registry, type));
    }
  }

  @Override
  public void modelSeen(Model before, Model after, Instant at) {
    if (before.type() != null && before.state() != null && before.state() != after.state()) {
      types.get(before.type()).changed(before, after, at);
    }
  }

  private static WorkerMetric metric(Phase phase) {
    return switch (phase) {
      case QUEUED -> WorkerMetric.MODEL_QUEUE_DURATION;
      case RECONSTRUCTING -> WorkerMetric.MODEL_RECONSTRUCTION_DURATION;
      case PACKAGING -> WorkerMetric.MODEL_PACKAGING_DURATION;
    };
  }

  private static final class OfType {

    private final Map<Phase, Map<PhaseEnd, Timer>> durations = new EnumMap<>(Phase.class);
    private final Map<ModelState, Counter> ends = new EnumMap<>(ModelState.class);
    private final DistributionSummary checks;

    OfType(MeterRegistry registry, ReconstructionType type) {
      var typeTag = MetricTag.of(type);
      checks = WorkerMetric.MODEL_CHECKS.summary(registry, typeTag);
      for (var phase : Phase.values()) {
        var ofPhase = new EnumMap<PhaseEnd, Timer>(PhaseEnd.class);
        for (var end : PhaseEnd.values()) {
          ofPhase.put(end, metric(phase).timer(registry, typeTag, MetricTag.OUTCOME.of(end)));
        }
        durations.put(phase, ofPhase);
      }
      for (var state : ModelState.values()) {
        if (state.phase().isEmpty()) {
          ends.put(
              state, WorkerMetric.MODELS.counter(registry, typeTag, MetricTag.OUTCOME.of(state)));
        }
      }
    }

    void changed(Model before, Model after, Instant at) {
      before
          .state()
          .phase()
          .ifPresent(
              phase ->
                  since(before.phaseSince())
                      .map(since -> Duration.between(since, at))
                      .ifPresent(durations.get(phase).get(PhaseEnd.of(after.state()))::record));
      if (after.state().phase().isEmpty()) {
        ends.get(after.state()).increment();
        checks.record(after.checks());
      }
    }

    /** Whoever edited the variable must not fail a check. */
    private static Optional<Instant> since(String phaseSince) {
      try {
        return Optional.ofNullable(phaseSince).map(Instant::parse);
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }
}
