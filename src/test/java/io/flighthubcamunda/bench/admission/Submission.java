package io.flighthubcamunda.bench.admission;

import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.SimulatedFlightHub;
import io.flighthubcamunda.simulator.SimulatedModel;
import io.flighthubcamunda.simulator.Simulator;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Image sets that are ready at FlightHub, in the order in which their starts are queued. */
final class Submission {

  private static final int IMAGES = 5;

  private final Simulator simulator;
  private final List<String> resources;
  private final List<Duration> runTimes;
  private final TimeScale scale;
  private final Set<Integer> cancelled = new HashSet<>();
  private final int startsBefore;
  private final int looksBefore;

  Submission(Simulator simulator, TimeScale scale, List<Duration> runTimes) {
    this.simulator = simulator;
    this.scale = scale;
    this.runTimes = runTimes;
    this.startsBefore = flightHub().calls(Operation.START);
    this.looksBefore = flightHub().calls(Operation.LIST_RUNNING);
    this.resources =
        Stream.generate(() -> UUID.randomUUID().toString()).limit(runTimes.size()).toList();
    for (int i = 0; i < resources.size(); i++) {
      simulator.addResource(resources.get(i), IMAGES);
      simulator.setReconstructionTime(resources.get(i), runTimes.get(i));
    }
  }

  List<String> resources() {
    return resources;
  }

  void cancelled(int place) {
    cancelled.add(place);
  }

  int wanted() {
    return resources.size() - cancelled.size();
  }

  /** How many of the queue were started. */
  int started() {
    return (int) models().count();
  }

  /**
   * @param capacity slots
   * @param taken for how long slots were taken by others
   */
  Figures figures(int capacity, List<Duration> taken) {
    var starts = models().toList();
    var order = starts.stream().map(model -> resources.indexOf(model.resourceUuid())).toList();
    var ideal =
        ListSchedule.makespan(
            capacity,
            taken,
            IntStream.range(0, resources.size())
                .filter(place -> !cancelled.contains(place))
                .mapToObj(runTimes::get)
                .toList());
    long right = order.stream().distinct().filter(place -> !cancelled.contains(place)).count();
    var free = FreeSlots.of(capacity, taken, runs(starts));
    int calls = flightHub().calls(Operation.START) - startsBefore - taken.size();
    int looks = flightHub().calls(Operation.LIST_RUNNING) - looksBefore;
    return new Figures(
        (double) makespan(starts).toNanos() / ideal.toNanos(),
        100 * StartOrder.inversions(order),
        100.0 * (calls - starts.size()) / starts.size(),
        (double) (calls + looks) / starts.size(),
        scale.inMinutes(free.mean()),
        scale.inMinutes(free.start()),
        flightHub().peakRunning(),
        starts.size() - right);
  }

  private Duration makespan(List<SimulatedModel> starts) {
    return runs(starts).stream()
        .map(run -> run.begin().plus(run.time()))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  private List<FreeSlots.Run> runs(List<SimulatedModel> starts) {
    var first = starts.getFirst().startedAt();
    return starts.stream()
        .map(
            model ->
                new FreeSlots.Run(
                    Duration.between(first, model.startedAt()),
                    runTimes.get(resources.indexOf(model.resourceUuid()))))
        .toList();
  }

  private Stream<SimulatedModel> models() {
    return flightHub().models().stream().filter(m -> resources.contains(m.resourceUuid()));
  }

  private SimulatedFlightHub flightHub() {
    return simulator.flightHub();
  }
}
