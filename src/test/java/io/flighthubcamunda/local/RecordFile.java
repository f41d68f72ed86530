package io.flighthubcamunda.local;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An exporter that a broker loads: appends what happened, and what was refused, to a file, one JSON
 * text a line. After a crash of the broker some records come a second time, with the same position.
 * Uses nothing but the JDK and the exporter API, because the broker's class path is not ours.
 */
public final class RecordFile implements Exporter {

  /** Name of the argument that holds the path of the file. */
  static final String FILE = "file";

  private Path file;
  private Writer writer;
  private Controller controller;

  @Override
  public void configure(Context context) {
    file = Path.of(String.valueOf(context.getConfiguration().getArguments().get(FILE)));
    context.setFilter(new WhatHappened());
  }

  /** Commands say only what somebody wanted. */
  static final class WhatHappened implements Context.RecordFilter {

    @Override
    public boolean acceptType(RecordType type) {
      return type == RecordType.EVENT || type == RecordType.COMMAND_REJECTION;
    }

    @Override
    public boolean acceptValue(ValueType type) {
      return true;
    }
  }

  @Override
  public void open(Controller controller) {
    this.controller = controller;
    try {
      writer =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      // The last line may be cut off, if the broker was killed.
      writer.write("\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void export(Record<?> record) {
    try {
      writer.write(record.toJson());
      writer.write("\n");
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    controller.updateLastExportedRecordPosition(record.getPosition());
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
