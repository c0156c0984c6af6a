/**
 * What applications beside the gateway can rely on, tried from within: tests and beans are deployed by Arquillian to the server of a running gateway. What is deployed there sees
 * nothing of the harness; {@link org.postern.it.contracts.Surroundings} is what the outside is.
 */
package org.postern.it.contracts;
