package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.bench.ProcessMeter;
import io.flighthubcamunda.bench.link.FarLink;
import io.flighthubcamunda.bench.sink.Certificate;
import io.flighthubcamunda.bench.sink.SinkProcess;
import io.flighthubcamunda.imageset.BatchLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Lets one contestant run one scenario.
 *
 * @param logs folder for the contestants' output
 */
record Race(SinkProcess sink, Certificate certificate, Path logs) {

  /** Several times what the slowest needs; who hangs must not hold all others up. */
  private static final Duration LIMIT = Duration.ofSeconds(100);

  Run run(Scenario scenario, Contestant contestant, Path folder, int files) {
    var ports = sink.ports();
    var store = scenario.verify() ? ports.trueEtags() : ports.cheapEtags();
    if (scenario.link().isEmpty()) {
      return measure(scenario, contestant, folder, files, store, ports.discard());
    }
    var target = contestant.name().equals(Scenario.COPY) ? ports.discard() : store;
    try (var link = FarLink.open(scenario.link().get(), target)) {
      var run = measure(scenario, contestant, folder, files, link.port(), link.port());
      return new Run(
          run.measurement(),
          run.complete(),
          linkUse(scenario, files, contestant.earlierFiles(), link),
          link.meter().cuts(),
          run.heapPeak());
    }
  }

  private Run measure(
      Scenario scenario, Contestant contestant, Path folder, int files, int store, int discard) {
    var task =
        new UploadTask(
            folder,
            URI.create("https://127.0.0.1:" + store),
            discard,
            scenario.verify(),
            scenario.link().isPresent(),
            certificate,
            logs.resolve("settings-of-" + contestant.name().replace(' ', '-')));
    var log =
        logs.resolve("%s-%s.log".formatted(scenario.name(), contestant.name().replace(' ', '-')));
    sink.arrived();
    var measurement =
        ProcessMeter.run(
            contestant.command(task),
            contestant.environment(task),
            log,
            LIMIT,
            contestant.standing());
    var arrived = sink.arrived();
    var sent = files + contestant.earlierFiles();
    var complete =
        measurement.endedWell()
            && arrived.objects() >= sent
            && arrived.bytes() >= (long) sent * scenario.workload().fileBytes();
    return new Run(measurement, complete, OptionalDouble.empty(), 0, heapPeak(log));
  }

  /**
   * From where our second batch begins, for all contestants alike; where the files make no two
   * batches, from their middle. What was sent before the work does not count.
   */
  private static OptionalDouble linkUse(
      Scenario scenario, int files, int earlierFiles, FarLink link) {
    long fileBytes = scenario.workload().fileBytes();
    var limits = BatchLimits.DEFAULT;
    var batch = Math.min(limits.maxFiles(), limits.maxBytes() / fileBytes) * fileBytes;
    return link.meter()
        .use(
            earlierFiles * fileBytes + Math.min(batch, files * fileBytes / 2),
            scenario.link().orElseThrow().bitsPerSecond());
  }

  private static OptionalLong heapPeak(Path log) {
    try {
      var line =
          Files.readString(log, StandardCharsets.ISO_8859_1)
              .lines()
              .filter(one -> one.startsWith(OurUpload.HEAP_PEAK))
              .findFirst();
      return line.map(one -> one.substring(OurUpload.HEAP_PEAK.length()))
          .map(Long::parseLong)
          .map(OptionalLong::of)
          .orElse(OptionalLong.empty());
    } catch (IOException e) {
      throw new BenchException("%s could not be read: %s".formatted(log, e.getMessage()), e);
    }
  }
}
