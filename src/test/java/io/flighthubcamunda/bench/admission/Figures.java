package io.flighthubcamunda.bench.admission;

/**
 * What FlightHub itself saw of one scenario.
 *
 * @param makespan as a multiple of the ideal one
 * @param inversions percent of all pairs that were started in the wrong order
 * @param refused refused starts, as percent of the starts
 * @param callsPerStart starts, refused ones too, and looks at the running list
 * @param freeMinutes how long a slot stood free on average, in minutes of production
 * @param startMinutes of that, what engine, FlightHub and machine take for one start: it is not
 *     scaled, and a thousandth of it in production
 * @param peak most tasks at once
 * @param strayStarts starts of cancelled instances, and second starts
 */
record Figures(
    double makespan,
    double inversions,
    double refused,
    double callsPerStart,
    double freeMinutes,
    double startMinutes,
    int peak,
    long strayStarts) {}
