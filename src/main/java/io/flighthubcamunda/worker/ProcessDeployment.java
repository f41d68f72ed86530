package io.flighthubcamunda.worker;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.Process;
import io.camunda.client.spring.event.CamundaClientCreatedSpringEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys our processes and forms; what the engine has already gets no new version. The starter's
 * own annotation for it gives the engine no more time than any other request, so that a busy one
 * would end the worker that has just been started.
 */
@Component
@ConditionalOnDeployment
class ProcessDeployment {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessDeployment.class);

  /** Not classpath*: the same file may be reached in two ways, and the engine refuses it twice. */
  private static final List<String> FILES =
      List.of("classpath:bpmn/*.bpmn", "classpath:bpmn/*.form");

  /** After the decision tables, which the processes need, and before any job worker. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE + 1)
  void deploy(CamundaClientCreatedSpringEvent event) throws IOException {
    var files = files();
    var deployed =
        StartUpCommand.send(
                left -> command(event.getClient(), files).requestTimeout(left).send().join())
            .getProcesses()
            .stream()
            .map(ProcessDeployment::withVersion)
            .collect(Collectors.joining(", "));
    LOG.info("Deployed {}", deployed);
  }

  private static DeployResourceCommandStep2 command(CamundaClient engine, List<File> files) {
    var command = add(engine.newDeployResourceCommand(), files.getFirst());
    for (var file : files.subList(1, files.size())) {
      command = add(command, file);
    }
    return command;
  }

  /** Read once, however often it is sent. */
  private record File(String name, byte[] content) {}

  private static List<File> files() throws IOException {
    var found = new ArrayList<File>();
    for (var pattern : FILES) {
      for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        found.add(new File(file.getFilename(), file.getContentAsByteArray()));
      }
    }
    return found;
  }

  private static DeployResourceCommandStep2 add(DeployResourceCommandStep1 command, File file) {
    return command.addResourceBytes(file.content(), file.name());
  }

  private static String withVersion(Process process) {
    return "%s (version %d)".formatted(process.getBpmnProcessId(), process.getVersion());
  }
}
