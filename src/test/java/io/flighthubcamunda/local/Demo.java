package io.flighthubcamunda.local;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/** Starts the local engine with one waiting process instance. */
public final class Demo {

  private Demo() {}

  public static void main(String[] args) throws InterruptedException {
    // Killed without warning, Maven cannot stop us, so we look after it.
    ProcessHandle.current()
        .parent()
        .ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(143)));
    try {
      run();
      // The in-memory engine leaves a timer thread behind.
      System.exit(0);
    } catch (LocalEngineException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run() throws InterruptedException {
    long start = System.nanoTime();
    try (LocalEngine engine = engine();
        CamundaClient client = new Gateway(engine.grpcAddress()).connect()) {
      System.out.printf("Ready after %.1f s%n", (System.nanoTime() - start) / 1e9);
      client
          .newDeployResourceCommand()
          .addProcessModel(
              Bpmn.createExecutableProcess("wait")
                  .startEvent()
                  .serviceTask("Wait")
                  .zeebeJobType("wait")
                  .endEvent()
                  .done(),
              "wait.bpmn")
          .send()
          .join();
      long key =
          client
              .newCreateInstanceCommand()
              .bpmnProcessId("wait")
              .latestVersion()
              .send()
              .join()
              .getProcessInstanceKey();
      System.out.println("Instance " + key);
      engine
          .operateAddress()
          .ifPresent(
              address -> {
                try (OperateApi operate = new OperateApi(address)) {
                  Awaitility.await()
                      .atMost(Duration.ofSeconds(60))
                      .until(() -> operate.instanceState(key).isPresent());
                  System.out.printf(
                      "%s is %s, incident %s%n",
                      operate.instanceAddress(key),
                      operate.instanceState(key).orElseThrow(),
                      operate.hasIncident(key));
                }
              });
      System.out.printf("Seen after %.1f s%n", (System.nanoTime() - start) / 1e9);
      if (!Boolean.getBoolean("exit")) {
        new CountDownLatch(1).await();
      }
    }
  }

  private static LocalEngine engine() {
    if ("in-memory".equals(System.getProperty("engine"))) {
      return InMemoryEngine.start(System.out::println);
    }
    return RealCamunda.start(
        Path.of(System.getProperty("local-camunda.directory")),
        LocalPorts.from(System.getProperties()),
        System.out::println);
  }
}
