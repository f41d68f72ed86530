package io.flighthubcamunda.bench.start;

import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.bench.BenchSettings;
import io.flighthubcamunda.bench.Benchmark;
import io.flighthubcamunda.bench.Report;
import io.flighthubcamunda.local.LocalEngineException;
import io.flighthubcamunda.local.RealBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A thousand starts under fire on a real broker: how many are billed twice, and how often somebody
 * is asked without need.
 */
public final class StartBenchmark implements Benchmark {

  private static final long SEED = 20_261_123;
  private static final int TRIALS = 1_000;
  private static final int KILLED = 50;
  private static final int TRIALS_PER_KILL = 5;
  private static final int GATES = 6;
  private static final int IN_HAND = 2 * GATES;
  private static final Pace PACE = new Pace(20);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What each worker says of each trouble is in the report. */
  private static final String QUIET = "logging.level.root=off";

  private static final int SAY_EVERY = 100;

  @Override
  public Report run(BenchSettings settings, Consumer<String> say) {
    int killed = settings.scaled(KILLED, TRIALS_PER_KILL);
    int drawn = settings.scaled(TRIALS, 2 * TRIALS_PER_KILL) - killed;
    try (var engine = RealBroker.start(settings.camunda(), say);
        var field = new TrialField(engine.grpcAddress(), PACE)) {
      drawn(field, drawn, say);
      killed(
          field,
          new KilledWorkers(engine.grpcAddress(), field, directory(settings), PACE, SEED),
          Trial.drawKilled(SEED, drawn + 1, killed, PACE),
          say);
      return report(new StartTable(field.ends()));
    } catch (LocalEngineException e) {
      throw new BenchException(e.getMessage(), e);
    }
  }

  private static void drawn(TrialField field, int count, Consumer<String> say) {
    say.accept("Starting %d workers in this process".formatted(GATES));
    try (var gates = field.openGates(GATES, QUIET)) {
      field.run(
          Trial.draw(SEED, count, PACE),
          IN_HAND,
          PATIENCE,
          begun -> {
            if (begun % SAY_EVERY == 0) {
              say.accept("%d of %d starts".formatted(begun, count));
            }
          });
      // A frozen worker may still wake up and do harm.
      field.await(PACE.jobTimeout().multipliedBy(2), () -> false);
    }
  }

  private static void killed(
      TrialField field, KilledWorkers workers, List<Trial> trials, Consumer<String> say) {
    say.accept("Starting 2 workers as processes, to be killed");
    try (workers) {
      workers.run(trials, Math.max(1, trials.size() / TRIALS_PER_KILL), say);
    }
  }

  private static Report report(StartTable table) {
    Map<String, Object> details = new LinkedHashMap<>(table.details());
    details.put("seed", SEED);
    details.put("timeFactor", PACE.factor());
    details.put("settings", PACE.settings());
    return new Report(
        table.table(),
        List.of(
            "Seed %d. All times are production's divided by %d: the running list lags up to %d ms, as long as list-grace; a job goes to another worker after %d ms."
                .formatted(
                    SEED, PACE.factor(), PACE.listLag().toMillis(), PACE.jobTimeout().toMillis()),
            "Billed is what FlightHub recorded. A question is needless where the list had shown the"
                + " model by then, or where a worker that was well had never asked FlightHub."),
        table.goals(),
        details);
  }

  private static Path directory(BenchSettings settings) {
    try {
      return Files.createDirectories(settings.directory().resolve("start"));
    } catch (IOException e) {
      throw new BenchException("The folder for logs could not be made: " + e.getMessage(), e);
    }
  }
}
