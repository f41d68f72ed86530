package io.flighthubcamunda.worker;

import io.camunda.client.annotation.Deployment;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The workers; deploys our processes when it starts. */
@SpringBootApplication
@Deployment(resources = "classpath*:bpmn/*.bpmn")
public class WorkerApplication {}
