package io.flighthubcamunda.bench.admission;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.flighthubcamunda.bench.BusyEngine;
import io.grpc.Status;
import java.util.List;
import java.util.Map;

/**
 * The part of {@code reconstruct-images} that a gate sees, without the upload: start, await the
 * models, end.
 */
final class GateProcess {

  private static final String ID = "admission-benchmark";

  private final CamundaClient client;

  GateProcess(CamundaClient client) {
    this.client = client;
  }

  void deploy() {
    var model =
        Bpmn.createExecutableProcess(ID)
            .startEvent()
            .serviceTask("StartReconstruction")
            .zeebeJobType("flighthub.open-model.start")
            .zeebeJobRetries("8")
            .zeebeInputExpression("resourceUuid", "resourceUuid")
            .zeebeInputExpression("types", "types")
            .zeebeOutputExpression("models[1]", "model")
            .callActivity("AwaitModel")
            .zeebeProcessId("await-model")
            .zeebePropagateAllChildVariables(false)
            .zeebeInputExpression("model", "model")
            .zeebeInputExpression("model.nextCheckIn", "nextCheckIn")
            .zeebeInputExpression("\"P7D\"", "queueTimeLimit")
            .zeebeInputExpression("\"P3D\"", "reconstructionTimeLimit")
            .zeebeInputExpression("\"PT12H\"", "packagingTimeLimit")
            .zeebeOutputExpression("resourceUuid", "resourceUuid")
            .endEvent()
            .done();
    client.newDeployResourceCommand().addProcessModel(model, ID + ".bpmn").send().join();
  }

  /** Queues one instance behind those before it. */
  long create(String resourceUuid) {
    return BusyEngine.patiently(
            () ->
                client
                    .newCreateInstanceCommand()
                    .bpmnProcessId(ID)
                    .latestVersion()
                    .variables(Map.of("resourceUuid", resourceUuid, "types", List.of("3d")))
                    .send()
                    .join())
        .getProcessInstanceKey();
  }

  /** One that has ended by itself is fine. */
  void cancelIfThere(long instance) {
    BusyEngine.patiently(
        () -> {
          try {
            return client.newCancelInstanceCommand(instance).send().join();
          } catch (RuntimeException e) {
            if (Status.fromThrowable(e).getCode() == Status.Code.NOT_FOUND) {
              return null;
            }
            throw e;
          }
        });
  }
}
