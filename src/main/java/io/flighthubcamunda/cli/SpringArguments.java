package io.flighthubcamunda.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Properties on the command line, such as {@code --flighthub.base-url=…}; nothing else passes. */
final class SpringArguments {

  private SpringArguments() {}

  /** Lets the command take arguments that it doesn't know; {@link #of} judges them. */
  static void allowOn(CommandLine command) {
    command.setUnmatchedArgumentsAllowed(true);
  }

  /**
   * @throws ParameterException for an argument that is no property of ours, of Camunda's or
   *     Spring's
   */
  static String[] of(CommandSpec command) {
    var arguments = command.commandLine().getUnmatchedArguments();
    for (var argument : arguments) {
      if (!argument.matches("--(flighthub|camunda|spring|logging)\\.[^=]+=.*")) {
        throw new ParameterException(
            command.commandLine(),
            ("Unknown argument '%s'. Properties are written --flighthub.NAME=VALUE or"
                    + " --camunda.client.NAME=VALUE.")
                .formatted(argument));
      }
    }
    return arguments.toArray(String[]::new);
  }
}
