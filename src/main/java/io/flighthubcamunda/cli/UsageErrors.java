package io.flighthubcamunda.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One sentence and a hint for a wrong command line, where picocli would print the whole help. */
final class UsageErrors implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    var command = failure.getCommandLine();
    var err = command.getErr();
    err.println(failure.getMessage());
    if (args.length == 0) {
      command.usage(err);
    } else if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
      err.printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
    }
    return ExitCode.USAGE;
  }

  /** Durations in ISO-8601, and UUIDs; what is neither is answered with a sentence. */
  static CommandLine withConverters(CommandLine command) {
    return command
        .registerConverter(Duration.class, durations())
        .registerConverter(UUID.class, uuids());
  }

  private static ITypeConverter<UUID> uuids() {
    return text -> {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'%s' is no UUID.".formatted(text));
      }
    };
  }

  private static ITypeConverter<Duration> durations() {
    return text -> {
      try {
        return Duration.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'%s' is no ISO-8601 duration such as PT20S, PT5M or P14D.".formatted(text));
      }
    };
  }
}
