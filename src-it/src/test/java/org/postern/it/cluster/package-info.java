/** Several gateways on brokers of their own and one database, with a load balancer before them, as a bank has them: what they lose and how long they stand still when one of these fails. */
package org.postern.it.cluster;
