/**
 * The diagrams themselves, tried on an in-memory engine: every path, with jobs completed by the
 * test and with virtual time. Knows the contract of variables, job types and error codes, and none
 * of the workers.
 */
package io.flighthubcamunda.bpmn;
