// Takes reports through Typst, each to a tagged PDF, in one process.
//
//     node typst.mjs OUTPUT WORKSPACE NAME...
//
// WORKSPACE/NAME/main.typ becomes OUTPUT/NAME.pdf. Prints the version, then
// for each report: name, microseconds elapsed, microseconds of processor time.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const PACKAGE = "node_modules/@myriaddreamin/typst-ts-node-compiler";
// Of Debian 12 or 13.
const FONTS = ["/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/truetype/liberation"].find(existsSync);
const [output, workspace, ...names] = process.argv.slice(2);

function processor() {
    const used = process.cpuUsage();
    return used.user + used.system;
}

const compiler = NodeCompiler.create({
    workspace: resolve(workspace),
    fontArgs: [{ fontPaths: [FONTS] }],
});
const about = JSON.parse(
    readFileSync(new URL(`${PACKAGE}/package.json`, import.meta.url), "utf8"));
const language = compiler.query(
    { mainFileContent: '#metadata(str(sys.version)) <version>' },
    { selector: "<version>", field: "value" });
console.log(`typst-ts-node-compiler ${about.version}, Typst ${language}`);

for (const name of names) {
    const start = process.hrtime.bigint();
    const used = processor();
    const done = compiler.compile({
        mainFilePath: `${resolve(workspace)}/${name}/main.typ` });
    if (done.hasError()) {
        done.printDiagnostics();
        process.exit(1);
    }
    writeFileSync(`${output}/${name}.pdf`,
                  compiler.pdf(done.result, { pdfStandard: "ua-1" }));
    compiler.evictCache(10);
    const elapsed = (process.hrtime.bigint() - start) / 1000n;
    console.log(`${name} ${elapsed} ${processor() - used}`);
}
