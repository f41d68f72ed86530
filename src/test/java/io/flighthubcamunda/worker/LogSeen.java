package io.flighthubcamunda.worker;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every line that anything in this process logged, stack traces included. */
final class LogSeen extends AppenderBase<ILoggingEvent> {

  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  protected void append(ILoggingEvent event) {
    var trace =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    lines.add(
        event.getLevel() + " " + event.getFormattedMessage() + event.getMDCPropertyMap() + trace);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
