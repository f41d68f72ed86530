package io.flighthubcamunda.bench.admission;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.local.LocalEngineException;
import io.flighthubcamunda.local.RealBroker;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Some brokers side by side, each for one measurement at a time: a measurement mostly waits, and
 * one after the other they would take an hour.
 */
final class Lanes {

  private static final int COUNT = 6;

  private Lanes() {}

  /** A broker that has nothing else to do. */
  record Lane(URI engine, CamundaClient client, Consumer<String> say) {}

  /** A measurement. */
  interface Task<T> {
    T run(Lane lane);
  }

  /**
   * @param camunda where the build unpacked it
   * @return in the order of the tasks
   */
  static <T> List<T> run(List<Task<T>> tasks, Path camunda, Consumer<String> say) {
    var count = Math.min(COUNT, tasks.size());
    var brokers = new ArrayList<RealBroker>();
    var clients = new ArrayList<CamundaClient>();
    try (var threads = Executors.newFixedThreadPool(Math.max(1, count))) {
      for (int i = 0; i < count; i++) {
        var broker = RealBroker.start(camunda, say);
        brokers.add(broker);
        var client =
            CamundaClient.newClientBuilder()
                .grpcAddress(broker.grpcAddress())
                .preferRestOverGrpc(false)
                .build();
        clients.add(client);
        new GateProcess(client).deploy();
      }
      var free =
          new LinkedBlockingQueue<>(
              IntStream.range(0, count)
                  .mapToObj(i -> new Lane(brokers.get(i).grpcAddress(), clients.get(i), say))
                  .toList());
      var running =
          tasks.stream()
              .map(
                  task ->
                      threads.submit(
                          () -> {
                            var lane = free.take();
                            try {
                              return task.run(lane);
                            } finally {
                              free.add(lane);
                            }
                          }))
              .toList();
      try {
        return running.stream().map(Lanes::result).toList();
      } finally {
        threads.shutdownNow();
      }
    } finally {
      clients.forEach(CamundaClient::close);
      brokers.forEach(RealBroker::close);
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BenchException || e.getCause() instanceof LocalEngineException) {
        throw (RuntimeException) e.getCause();
      }
      throw new BenchException("A measurement broke off: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("The benchmark was interrupted.", e);
    }
  }
}
