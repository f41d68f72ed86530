package io.flighthubcamunda.worker;

import io.camunda.client.annotation.Deployment;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The workers; deploys our processes and forms when it starts. */
@SpringBootApplication
// Not classpath*: the same file may be reached in two ways, and the engine refuses it twice.
@Deployment(resources = {"classpath:bpmn/*.bpmn", "classpath:bpmn/*.form"})
public class WorkerApplication {}
