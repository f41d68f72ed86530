package io.flighthubcamunda.bench.spread;

import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.bench.BenchSettings;
import io.flighthubcamunda.bench.Benchmark;
import io.flighthubcamunda.bench.Report;
import io.flighthubcamunda.bench.TextTable;
import io.flighthubcamunda.bench.link.LinkShape;
import io.flighthubcamunda.bench.memory.ImageSetFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The throughput of one, two and four worker processes on one image set. */
public final class SpreadBenchmark implements Benchmark {

  private static final int FILES = 240;
  private static final int LEAST_FILES = 24;
  private static final int FILE_BYTES = 2 << 20;

  /** Slow enough that four of them together do not fill the cores of a small machine. */
  private static final LinkShape LINK = new LinkShape(Duration.ofMillis(20), 50_000_000, 0, 1);

  private final List<Spread> spreads = new ArrayList<>();
  private final Map<String, Object> details = new LinkedHashMap<>();
  private final TextTable table =
      new TextTable("store", "workers", "seconds", "MB/s", "by one worker", "sent twice");

  @Override
  public Report run(BenchSettings settings, Consumer<String> say) {
    var directory = settings.directory().resolve("spread");
    var count = settings.scaled(FILES, LEAST_FILES);
    var images = images(directory, count);
    for (var link : links(settings.only())) {
      for (int workers : SpreadGoals.workers()) {
        say.accept("%s store, %d workers".formatted(name(link.isPresent()), workers));
        try {
          row(SpreadRun.of(images, count, workers, link, directory));
        } catch (BenchException e) {
          say.accept(e.getMessage());
          table.row(name(link.isPresent()), String.valueOf(workers), "-", "-", "-", "-");
        }
      }
    }
    return new Report(table, remarks(count), new SpreadGoals(spreads).goals(), details);
  }

  private static List<Optional<LinkShape>> links(Set<String> only) {
    var unknown = only.stream().filter(name -> !List.of("far", "near").contains(name)).findFirst();
    if (unknown.isPresent()) {
      throw new BenchException(
          "There is no \"%s\" in this benchmark, only: far, near.".formatted(unknown.get()));
    }
    return Stream.of(Optional.of(LINK), Optional.<LinkShape>empty())
        .filter(link -> only.isEmpty() || only.contains(name(link.isPresent())))
        .toList();
  }

  private static String name(boolean far) {
    return far ? "far" : "near";
  }

  private static List<String> remarks(int count) {
    return List.of(
        "%,d files of %d MB in batches of 3, from the first credential to the last registered file."
            .formatted(count, FILE_BYTES >> 20),
        "Far: each worker has a link of its own with %d Mbit/s and %d ms round trip, as on machines"
                .formatted(LINK.bitsPerSecond() / 1_000_000, LINK.roundTrip().toMillis())
            + " of different places. Near: all share this machine with the store, and its cores are"
            + " the limit.");
  }

  private void row(Spread spread) {
    spreads.add(spread);
    var alone =
        spreads.stream()
            .filter(other -> other.far() == spread.far() && other.workers() == 1)
            .findFirst();
    table.row(
        name(spread.far()),
        String.valueOf(spread.workers()),
        number(spread.seconds()),
        number(spread.rate() * FILE_BYTES / 1e6),
        alone.map(one -> "%.2f".formatted(spread.rate() / one.rate())).orElse("-"),
        String.valueOf(spread.twice()));
    details.put("%s-%d".formatted(name(spread.far()), spread.workers()), spread);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static Path images(Path directory, int count) {
    try {
      var photograph = photograph(Files.createDirectories(directory).resolve("photograph.JPG"));
      return ImageSetFolder.of(directory.resolve("images-" + count), List.of(photograph), count);
    } catch (IOException e) {
      throw new BenchException("The photographs could not be made: " + e.getMessage(), e);
    }
  }

  /** A small picture and nothing after it: who reads the picture stops at its end. */
  private static Path photograph(Path path) throws IOException {
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", path.toFile());
    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(FILE_BYTES);
    }
    return path;
  }
}
