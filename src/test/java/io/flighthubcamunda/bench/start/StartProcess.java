package io.flighthubcamunda.bench.start;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A process that only starts a reconstruction, as {@code reconstruct-images} does, and tells how it
 * went on.
 */
final class StartProcess implements AutoCloseable {

  private static final String ID = "start-only";
  private static final String STARTED = "bench.started";
  private static final String REFUSED = "bench.refused";

  private final CamundaClient engine;
  private final Map<Long, List<String>> started = new ConcurrentHashMap<>();
  private final Map<Long, Boolean> refused = new ConcurrentHashMap<>();
  private final List<JobWorker> workers;

  private StartProcess(CamundaClient engine) {
    this.engine = engine;
    this.workers =
        List.of(
            engine
                .newWorker()
                .jobType(STARTED)
                .handler(
                    (client, job) -> {
                      started.put(job.getProcessInstanceKey(), uuids(job.getVariablesAsMap()));
                      client.newCompleteCommand(job).send().join();
                    })
                .open(),
            engine
                .newWorker()
                .jobType(REFUSED)
                .handler(
                    (client, job) -> {
                      refused.put(job.getProcessInstanceKey(), true);
                      client.newCompleteCommand(job).send().join();
                    })
                .open());
  }

  static StartProcess deploy(CamundaClient engine) {
    var process =
        Bpmn.createExecutableProcess(ID)
            .startEvent()
            .serviceTask(
                "StartReconstruction",
                task -> task.zeebeJobType("flighthub.open-model.start").zeebeJobRetries("8"))
            .boundaryEvent("StartRefused")
            .error()
            .serviceTask("NoteRefusal", task -> task.zeebeJobType(REFUSED))
            .endEvent()
            .moveToActivity("StartReconstruction")
            .serviceTask("NoteStart", task -> task.zeebeJobType(STARTED))
            .endEvent()
            .done();
    engine.newDeployResourceCommand().addProcessModel(process, ID + ".bpmn").send().join();
    return new StartProcess(engine);
  }

  /** Returns the key of the new instance. */
  long create(Trial trial) {
    return engine
        .newCreateInstanceCommand()
        .bpmnProcessId(ID)
        .latestVersion()
        .variables(
            Map.of(
                "resourceUuid", trial.resourceUuid(),
                "imageSetName", "trial " + trial.number(),
                "types", trial.types()))
        .send()
        .join()
        .getProcessInstanceKey();
  }

  /** Whether the instance went on with models; {@link #models} names them. */
  boolean started(long instanceKey) {
    return started.containsKey(instanceKey);
  }

  boolean refused(long instanceKey) {
    return refused.containsKey(instanceKey);
  }

  List<String> models(long instanceKey) {
    return started.getOrDefault(instanceKey, List.of());
  }

  private static List<String> uuids(Map<String, Object> variables) {
    return variables.get("models") instanceof List<?> models
        ? models.stream().map(model -> String.valueOf(((Map<?, ?>) model).get("uuid"))).toList()
        : List.of();
  }

  @Override
  public void close() {
    workers.forEach(JobWorker::close);
  }
}
