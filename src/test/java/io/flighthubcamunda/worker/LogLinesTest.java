package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator reads on the console of a worker. */
class LogLinesTest {

  private final LoggerContext context = new LoggerContext();
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  @BeforeEach
  void configure() throws JoranException {
    context.setMDCAdapter(new LogbackMDCAdapter());
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogLinesTest.class.getResource("/logback.xml"));
    context
        .getLoggerList()
        .forEach(
            logger ->
                logger
                    .iteratorForAppenders()
                    .forEachRemaining(
                        appender ->
                            ((ConsoleAppender<ILoggingEvent>) appender).setOutputStream(console)));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void shouldSayInOneLineThatTheEngineIsAway() {
    // when
    context
        .getLogger("io.camunda.client.job.poller")
        .warn(
            "Failed to activate jobs",
            new IllegalStateException("UNAVAILABLE", new IllegalStateException("reset")));

    // then
    assertThat(lines())
        .singleElement()
        .asString()
        .contains("WARN  poller ")
        .endsWith("Failed to activate jobs java.lang.IllegalStateException: UNAVAILABLE");
  }

  @Test
  void shouldTellAllOfWhatNobodyForesaw() {
    // when
    context
        .getLogger("io.flighthubcamunda.worker.job.JobFailures")
        .error("Not foreseen", new IllegalStateException("strange"));

    // then
    assertThat(lines()).hasSizeGreaterThan(2).anyMatch(line -> line.contains("\tat "));
  }

  private String[] lines() {
    return console.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
  }
}
