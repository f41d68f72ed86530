package io.flighthubcamunda.worker;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The workers; deploys our processes, forms and decision tables when it starts. */
@SpringBootApplication
public class WorkerApplication {}
