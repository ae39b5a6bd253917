/** JSON and JSON-RPC between a view's page and its node. */
package org.ecgdistill.standin.ui.rpc;
