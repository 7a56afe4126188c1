using ClickUpMcp.Build;

namespace Build.Tests;

public sealed class CompilerErrorsTests
{
    private const string Project = " [/repo/src/Server/ClickUpMcp.Server.csproj::TargetFramework=net10.0]";
    private const string OfSpec = "/repo/spec/tools/tasks.json(8,19): error CUMCP007: 'tusk' is not an argument type";
    private const string OfCode = "/repo/src/Server/A.cs(30,23): error CS1061: 'A' does not contain 'Task'";

    [Fact]
    public void What_follows_from_the_spec_is_left_out() =>
        CompilerErrors.In($"{OfSpec}{Project}\n{OfCode}{Project}\n\n    2 Error(s)\n").ShouldBe([OfSpec]);

    [Fact]
    public void An_error_is_told_once() =>
        CompilerErrors.In($"{OfCode}{Project}\n{OfCode}{Project}\n").ShouldBe([OfCode]);

    [Fact]
    public void Without_an_error_of_the_spec_all_are_told() =>
        CompilerErrors
            .In($"{OfCode}{Project}\r\nMSBUILD : error MSB1009: Project file does not exist.\n")
            .ShouldBe([OfCode, "MSBUILD : error MSB1009: Project file does not exist."]);

    [Fact]
    public void A_build_without_errors_has_none() =>
        CompilerErrors.In("    0 Warning(s)\n    0 Error(s)\n").ShouldBeEmpty();
}
