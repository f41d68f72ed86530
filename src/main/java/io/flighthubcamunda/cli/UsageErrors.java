package io.flighthubcamunda.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
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

  /** Durations in ISO-8601. */
  static CommandLine withDurations(CommandLine command) {
    ITypeConverter<Duration> converter =
        text -> {
          try {
            return Duration.parse(text);
          } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                "'%s' is no ISO-8601 duration such as PT20S, PT5M or P14D.".formatted(text));
          }
        };
    return command.registerConverter(Duration.class, converter);
  }
}
