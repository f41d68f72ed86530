package io.flighthubcamunda.bench.memory;

import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.bench.BenchSettings;
import io.flighthubcamunda.bench.Benchmark;
import io.flighthubcamunda.bench.Goal;
import io.flighthubcamunda.bench.ProcessMeter;
import io.flighthubcamunda.bench.Report;
import io.flighthubcamunda.bench.TextTable;
import io.flighthubcamunda.local.JavaChild;
import io.flighthubcamunda.local.SamplePhotographs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * The largest image set that FlightHub takes against a small one: how fast it is checked, and
 * whether a worker with a heap of 128 MB checks and uploads both.
 */
public final class MemoryBenchmark implements Benchmark {

  private static final int LARGE = 20_000;
  private static final int SMALL = 500;
  private static final int DIFFERENT = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final List<Goal> goals = new ArrayList<>();
  private final Map<String, Object> details = new LinkedHashMap<>();
  private final TextTable table =
      new TextTable("what", "files", "seconds", "files/s", "most heap, MB", "live heap, MB");

  @Override
  public Report run(BenchSettings settings, Consumer<String> say) {
    var directory = settings.directory().resolve("memory");
    var large = settings.scaled(LARGE, SMALL + 1);
    try {
      Files.createDirectories(directory);
      var photographs = rendered(directory.resolve("photographs"));
      say.accept("Checking %,d photographs".formatted(large));
      check(ImageSetFolder.of(directory.resolve("large"), photographs, large), large, directory);
      var tiny = tiny(directory.resolve("tiny"));
      for (int count : new int[] {SMALL, large}) {
        say.accept("Uploading %,d tiny photographs".formatted(count));
        upload(
            ImageSetFolder.of(directory.resolve("tiny-" + count), tiny, count), count, directory);
      }
    } catch (IOException e) {
      throw new BenchException("The photographs could not be made: " + e.getMessage(), e);
    }
    return new Report(
        table,
        List.of(
            "The check starts with a cold Java and reads from the page cache. The worker's heap is"
                + " limited to 128 MB; live is what was left after a full collection, if there was"
                + " one."),
        goals,
        details);
  }

  private void check(Path images, int count, Path directory) throws IOException {
    var log = directory.resolve("check.log");
    var heapLog = directory.resolve("heap-check.log");
    var options = new ArrayList<>(HeapLog.options(heapLog));
    options.add("-Xmx64m");
    var command =
        JavaChild.command(
            CheckMain.class, options, List.of(images.toString(), String.valueOf(count)));
    var run = ProcessMeter.run(command, Map.of(), log, PATIENCE);
    var seconds = run.endedWell() ? seconds(log) : OptionalDouble.empty();
    var rate = seconds.isPresent() ? count / seconds.getAsDouble() : 0;
    var heap = HeapLog.read(heapLog);
    row("check", count, seconds.orElse(run.wallSeconds()), rate, heap);
    details.put("check-cpu-seconds", run.cpuSeconds());
    goals.add(
        Goal.atLeast(
            "photographs checked per second",
            seconds.isPresent() ? OptionalDouble.of(rate) : OptionalDouble.empty(),
            1000));
  }

  private void upload(Path images, int count, Path directory) {
    var outcome = SmallWorker.upload(images, count, directory);
    row("worker", count, outcome.seconds(), outcome.uploaded() / outcome.seconds(), outcome.heap());
    goals.add(
        Goal.atMost(
            "heap in MB of a worker that uploads %,d files".formatted(count),
            outcome.uploaded() == count
                ? OptionalDouble.of(outcome.heap().largest())
                : OptionalDouble.empty(),
            SmallWorker.HEAP_MEGABYTES));
  }

  private void row(String what, int count, double seconds, double rate, HeapLog heap) {
    table.row(
        what,
        String.format(Locale.ROOT, "%,d", count),
        String.format(Locale.ROOT, "%.1f", seconds),
        String.format(Locale.ROOT, "%.0f", rate),
        String.valueOf(heap.largest()),
        String.valueOf(heap.live()));
    details.put(
        what + "-" + count,
        Map.of("seconds", seconds, "mostHeap", heap.largest(), "liveHeap", heap.live()));
  }

  private static OptionalDouble seconds(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.startsWith("seconds="))
        .mapToDouble(line -> Double.parseDouble(line.substring("seconds=".length())))
        .findFirst();
  }

  private static List<Path> rendered(Path folder) throws IOException {
    try (var files = Files.list(SamplePhotographs.renderInto(folder, DIFFERENT))) {
      return files.filter(file -> file.toString().endsWith(".JPG")).sorted().toList();
    }
  }

  /** The smallest picture that the check takes. */
  private static List<Path> tiny(Path folder) throws IOException {
    var file = Files.createDirectories(folder).resolve("tiny.JPG");
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", file.toFile());
    return List.of(file);
  }
}
