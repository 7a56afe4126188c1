using System.Xml.Linq;

namespace ClickUpMcp.Build;

/// <summary>The outcome of one test program.</summary>
internal sealed record TestReport(string Project, int Passed, int Failed, int Skipped, IReadOnlyList<string> Notes)
{
    /// <param name="project">Name of the test project.</param>
    /// <param name="file">Its xunit XML report; a program that died before writing one counts as one failure.</param>
    /// <param name="exitCode">What the program returned.</param>
    /// <param name="log">What the program printed.</param>
    public static TestReport Read(string project, string file, int exitCode, string log)
    {
        if (!File.Exists(file))
        {
            return new TestReport(
                project,
                0,
                1,
                0,
                [$"{project} ended with exit code {exitCode} and no report.\n{Tail(log)}"]
            );
        }

        var report = XDocument.Load(file);
        var tests = report.Descendants("test").ToList();
        var notes = tests
            .Where(t => Result(t) == "Fail")
            .Select(Failure)
            .Concat(report.Descendants("error").Select(Error))
            .ToList();
        var failed = notes.Count;
        if (failed == 0 && exitCode != 0)
        {
            failed = 1;
            notes.Add($"{project} ended with exit code {exitCode}.\n{Tail(log)}");
        }

        if (failed == 0 && tests.Count == 0)
        {
            failed = 1;
            notes.Add($"{project} ran no test.");
        }

        notes.AddRange(
            tests.Where(t => Result(t) == "Skip").Select(t => $"SKIP {Name(t)}: {t.Element("reason")?.Value}")
        );
        return new TestReport(
            project,
            tests.Count(t => Result(t) == "Pass"),
            failed,
            tests.Count(t => Result(t) == "Skip"),
            notes
        );
    }

    private static string Result(XElement test) => test.Attribute("result")?.Value ?? "";

    private static string Name(XElement test) => test.Attribute("name")?.Value ?? "";

    private static string Failure(XElement test) => $"FAIL {Name(test)}\n{Describe(test)}";

    private static string Error(XElement error) =>
        $"FAIL {error.Attribute("name")?.Value ?? error.Attribute("type")?.Value}\n{Describe(error)}";

    private static string Describe(XElement element)
    {
        var failure = element.Element("failure");
        var text = $"{failure?.Element("message")?.Value.Trim()}\n{failure?.Element("stack-trace")?.Value.TrimEnd()}";
        return string.Join('\n', text.Split('\n').Select(line => $"    {line.TrimEnd()}"));
    }

    private static string Tail(string log) => string.Join('\n', log.Split('\n').TakeLast(30));
}
