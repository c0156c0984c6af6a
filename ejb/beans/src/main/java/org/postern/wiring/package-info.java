/**
 * Puts the parts together: producers that hand the engine its settings, clock, random numbers and ports, and the start of the
 * application.
 */
package org.postern.wiring;
