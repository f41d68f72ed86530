package io.flighthubcamunda.worker;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;

/** Keeps every line that anything in this process logged, stack traces included. */
final class LogSeen extends AppenderBase<ILoggingEvent> {

  private final List<String> lines = new ArrayList<>();

  @Override
  protected void append(ILoggingEvent event) {
    var trace =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    var line =
        event.getLevel() + " " + event.getFormattedMessage() + event.getMDCPropertyMap() + trace;
    synchronized (lines) {
      lines.add(line);
    }
  }

  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }
}
