/**
 * Routes and aliases: what a person can see of them and change about them, and where mail would go.
 */
package org.postern.admin.routes;
