package io.flighthubcamunda.worker;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.spring.event.CamundaClientCreatedSpringEvent;
import io.grpc.Status;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys our decision tables where there are none. Tables belong to operators: one that they
 * changed and deployed is never replaced by the start of a worker.
 */
@Component
@ConditionalOnDeployment
class DecisionDeployment {

  private static final Logger LOG = LoggerFactory.getLogger(DecisionDeployment.class);
  private static final String TABLES = "classpath:bpmn/*.dmn";

  /** Before the processes, which need them. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void deployMissing(CamundaClientCreatedSpringEvent event) throws IOException {
    for (var table : new PathMatchingResourcePatternResolver().getResources(TABLES)) {
      if (missing(event.getClient(), decisionId(table))) {
        deploy(event.getClient(), table);
      }
    }
  }

  /** The engine has no question for it but to decide something. */
  private static boolean missing(CamundaClient engine, String decisionId) {
    try {
      StartUpCommand.send(
          left ->
              engine
                  .newEvaluateDecisionCommand()
                  .decisionId(decisionId)
                  .variables(Map.of())
                  .requestTimeout(left)
                  .send()
                  .join());
      return false;
    } catch (ClientStatusException e) {
      var unknown =
          e.getStatusCode() == Status.Code.NOT_FOUND
              || e.getStatusCode() == Status.Code.INVALID_ARGUMENT;
      if (unknown) {
        return true;
      }
      throw e;
    }
  }

  private static void deploy(CamundaClient engine, Resource table) throws IOException {
    var content = table.getContentAsByteArray();
    StartUpCommand.send(
        left ->
            engine
                .newDeployResourceCommand()
                .addResourceBytes(content, table.getFilename())
                .requestTimeout(left)
                .send()
                .join());
    LOG.info("Deployed the decision table {}", table.getFilename());
  }

  /** The file is named after its decision. */
  private static String decisionId(Resource table) {
    return String.valueOf(table.getFilename()).replace(".dmn", "");
  }
}
