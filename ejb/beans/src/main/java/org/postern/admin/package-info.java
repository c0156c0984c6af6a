/**
 * What an administrator can see and do, as services: records in, records out. The console and the API import this and nothing
 * else of the beans.
 */
package org.postern.admin;
