/** Orders that come by mail: written down and confirmed in one transaction, with what became of the confirmation. */
package org.postern.examples.orders;
