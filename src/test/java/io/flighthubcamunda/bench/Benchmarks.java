package io.flighthubcamunda.bench;

import io.flighthubcamunda.bench.admission.AdmissionBenchmark;
import io.flighthubcamunda.bench.memory.MemoryBenchmark;
import io.flighthubcamunda.bench.orchestration.OrchestrationBenchmark;
import io.flighthubcamunda.bench.poll.PollBenchmark;
import io.flighthubcamunda.bench.spread.SpreadBenchmark;
import io.flighthubcamunda.bench.start.StartBenchmark;
import io.flighthubcamunda.bench.upload.UploadBenchmark;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The benchmarks there are. A new one needs one line here. */
enum Benchmarks {
  ADMISSION("admission", AdmissionBenchmark::new),
  MEMORY("memory", MemoryBenchmark::new),
  ORCHESTRATION("orchestration", OrchestrationBenchmark::new),
  POLL("poll", PollBenchmark::new),
  SPREAD("spread", SpreadBenchmark::new),
  START("start", StartBenchmark::new),
  UPLOAD("upload", UploadBenchmark::new);

  private final String label;
  private final Supplier<Benchmark> maker;

  Benchmarks(String label, Supplier<Benchmark> maker) {
    this.label = label;
    this.maker = maker;
  }

  /** What a person types, and the name of the file with the goals. */
  String label() {
    return label;
  }

  Benchmark create() {
    return maker.get();
  }

  /**
   * @throws BenchException when there is no such benchmark
   */
  static Benchmarks named(String label) {
    return Arrays.stream(values())
        .filter(benchmark -> benchmark.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new BenchException(complaint(label)));
  }

  private static String complaint(String label) {
    var names = Arrays.stream(values()).map(Benchmarks::label).collect(Collectors.joining(", "));
    return label.isBlank()
        ? "Say which benchmark: -Dbench=NAME with one of: %s.".formatted(names)
        : "There is no benchmark \"%s\": -Dbench=NAME takes one of: %s.".formatted(label, names);
  }
}
