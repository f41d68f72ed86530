package io.flighthubcamunda.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/** Draws the faults of {@link Chaos}. Not for several threads. */
final class ChaosDraw {

  private static final String UPLOAD = "PUT";
  private static final Optional<Duration> SOON = Optional.of(Duration.ofSeconds(1));

  private final Chaos chaos;
  private final List<Fault> ofReading;
  private final List<Fault> ofChanging;
  private final List<StoreFault> ofUploads;
  private final Map<String, Integer> drawn = new HashMap<>();

  ChaosDraw(Chaos chaos) {
    this.chaos = chaos;
    this.ofReading = reading(chaos.stall());
    this.ofChanging = Stream.concat(ofReading.stream(), changing()).toList();
    this.ofUploads =
        uploads(chaos.stall()).stream()
            .filter(fault -> chaos.endsKeys() || !(fault instanceof StoreFault.ExpiredKey))
            .toList();
  }

  /** Without what only a call that changes something can meet. */
  private static List<Fault> reading(Duration stall) {
    return List.of(
        new Fault.HttpStatus(500),
        new Fault.HttpStatus(502),
        new Fault.HttpStatus(503),
        new Fault.HttpStatus(503, SOON),
        new Fault.HttpStatus(504),
        new Fault.HttpStatus(429),
        new Fault.HttpStatus(429, SOON),
        new Fault.Code(200500, "internal error"),
        new Fault.Code(210318, "upstream service unavailable"),
        new Fault.Code(210429, "too many requests"),
        new Fault.Code(210500, "upstream service failed"),
        new Fault.Code(210504, "upstream service timed out"),
        new Fault.DropBeforeEffect(),
        new Fault.DropAfterEffect(),
        new Fault.HalfAnswer(),
        new Fault.DelayBeforeEffect(stall),
        new Fault.DelayAfterEffect(stall));
  }

  private static Stream<Fault> changing() {
    return Stream.of(
            new Fault.HttpStatus(502),
            new Fault.HttpStatus(504),
            new Fault.Code(200500, "internal error"))
        .map(Fault.AfterEffect::new);
  }

  private static List<StoreFault> uploads(Duration stall) {
    return List.of(
        new StoreFault.HttpStatus(403),
        new StoreFault.HttpStatus(500),
        new StoreFault.HttpStatus(503),
        new StoreFault.HttpStatus(503, SOON),
        new StoreFault.Reset(),
        new StoreFault.LostAnswer(),
        new StoreFault.OtherEtag(),
        new StoreFault.ExpiredKey(),
        new StoreFault.Hang(stall),
        new StoreFault.Delay(stall));
  }

  /**
   * @param subject what tells the call from others of its operation, such as a resource; may be
   *     empty
   */
  Optional<Fault> draw(Operation operation, String subject) {
    return draw(operation.name(), subject, operation.changes() ? ofChanging : ofReading);
  }

  /**
   * @param fileName last part of the object's key
   */
  Optional<StoreFault> drawUpload(String fileName) {
    return draw(UPLOAD, fileName, ofUploads);
  }

  private <T> Optional<T> draw(String call, String subject, List<T> faults) {
    if (chaos.rate() == 0) {
      return Optional.empty();
    }
    String identity = call + " " + subject;
    SplittableRandom random =
        new SplittableRandom(
            chaos.seed() ^ hash(identity + " " + drawn.merge(identity, 1, Integer::sum)));
    return random.nextDouble() < chaos.rate()
        ? Optional.of(faults.get(random.nextInt(faults.size())))
        : Optional.empty();
  }

  /** 64 bits that are the same on every machine. */
  private static long hash(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
  }
}
