/**
 * The job workers: variables in, one call of a package below, variables or an error out. Holds no
 * state that must survive; the engine does.
 *
 * <ul>
 *   <li>{@code job}: one class per family of job types
 *   <li>{@code instance}: which process instance a resource belongs to
 *   <li>{@code reconcile}: what instances left behind
 *   <li>{@code admission}: who may start a reconstruction, and how it is started at most once
 *   <li>{@code metrics}: what they count and time
 *   <li>{@code management}: health and metrics for whoever watches them
 *   <li>{@code config}: the {@code flighthub.*} properties and what is built from them
 * </ul>
 *
 * <p>What each reconstruction does with a call or two is pushed by the engine ({@code
 * streamEnabled}), which spares it many questions. Long jobs are asked for, a few at a time: pushed
 * ones would pile up at one worker while another has room.
 */
package io.flighthubcamunda.worker;
