package io.flighthubcamunda.drill;

import io.flighthubcamunda.simulator.ModelType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Draws the reconstructions of a drill; the same seed draws the same ones. */
record DrillPlan(long seed, Path images) {

  private static final int FEWEST_PHOTOGRAPHS = 5;
  private static final int MOST_PHOTOGRAPHS = 8;
  private static final List<List<ModelType>> TYPES =
      List.of(
          List.of(ModelType.THREE_D),
          List.of(ModelType.THREE_D),
          List.of(ModelType.TWO_D),
          List.of(ModelType.TWO_D, ModelType.THREE_D));
  private static final int LATEST_CANCEL_MILLIS = 6_000;
  private static final int KEY_ENDS_ONE_IN = 12;

  /** Every mishap as often as the others, and as often as all of them none at all. */
  List<Reconstruction> draw(int count) {
    var mishaps = Mishap.values();
    var random = new SplittableRandom(seed);
    var offset = random.nextInt(mishaps.length);
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                draw(
                    number,
                    number % 3 == 0 ? Mishap.NONE : mishaps[(offset + number * 7) % mishaps.length],
                    random.split()))
        .toList();
  }

  private Reconstruction draw(int number, Mishap mishap, SplittableRandom random) {
    var name = "drill-%03d".formatted(number);
    var files = random.nextInt(FEWEST_PHOTOGRAPHS, MOST_PHOTOGRAPHS + 1);
    return new Reconstruction(
        number,
        name,
        UUID.nameUUIDFromBytes("%d %s".formatted(seed, name).getBytes(StandardCharsets.UTF_8))
            .toString(),
        images.resolve(name),
        IntStream.rangeClosed(1, files)
            .mapToObj(i -> "DRILL_%03d_%02d.JPG".formatted(number, i))
            .toList(),
        TYPES.get(random.nextInt(TYPES.size())),
        random.nextInt(4) == 0,
        random.nextInt(4) != 0,
        mishap,
        mishap == Mishap.KEY_EXPIRES_IN_MID_BATCH || random.nextInt(KEY_ENDS_ONE_IN) == 0,
        mishap == Mishap.CANCELLED_BY_MESSAGE
            ? Optional.of(Duration.ofMillis(random.nextInt(LATEST_CANCEL_MILLIS)))
            : Optional.empty());
  }

  /** The smallest pictures that the check takes, no two alike. */
  static void photograph(Reconstruction one) {
    try {
      Files.createDirectories(one.folder());
      var picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      for (var name : one.fileNames()) {
        picture.setRGB(0, 0, name.hashCode());
        picture.setRGB(4, 4, name.hashCode() * 31);
        ImageIO.write(picture, "jpeg", one.folder().resolve(name).toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
