package io.flighthubcamunda.worker.metrics;

import io.flighthubcamunda.api.ApiCall;
import io.flighthubcamunda.api.ApiOperation;
import io.flighthubcamunda.api.CallObserver;
import io.flighthubcamunda.api.CallOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Times calls to FlightHub. All meters exist from the start. */
@Component
final class CallMeters implements CallObserver {

  private final Map<ApiOperation, Map<CallOutcome, Timer>> timers =
      new EnumMap<>(ApiOperation.class);

  CallMeters(MeterRegistry registry) {
    for (var operation : ApiOperation.values()) {
      var ofOperation = new EnumMap<CallOutcome, Timer>(CallOutcome.class);
      for (var outcome : CallOutcome.values()) {
        ofOperation.put(
            outcome,
            WorkerMetric.CALLS.timer(
                registry, MetricTag.OPERATION.of(operation), MetricTag.OUTCOME.of(outcome)));
      }
      timers.put(operation, ofOperation);
    }
  }

  @Override
  public void ended(ApiCall call) {
    timers.get(call.operation()).get(call.outcome()).record(call.duration());
  }
}
