package io.flighthubcamunda.cli;

import io.flighthubcamunda.worker.config.EngineConfiguration;
import io.flighthubcamunda.worker.config.FlightHubConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The same properties and clients as a worker has, without any worker: for verbs that only talk to
 * the engine or to FlightHub.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({FlightHubConfiguration.class, EngineConfiguration.class})
class EngineClient {

  /** Its part of application.yaml keeps the log quiet and starts only what is used. */
  private static final String PROFILE = "terminal";

  static ConfigurableApplicationContext open(String... properties) {
    var application = new SpringApplication(EngineClient.class);
    application.setLogStartupInfo(false);
    application.setAdditionalProfiles(PROFILE);
    return application.run(properties);
  }
}
