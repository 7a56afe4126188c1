using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Hosting.Telemetry;
using ClickUpMcp.Tests.Cli;

namespace ClickUpMcp.Tests.Http.Telemetry;

/// <summary>How OpenTelemetry's variables are read.</summary>
public sealed class OtlpSettingsTests
{
    [Fact]
    public void Without_an_endpoint_nothing_is_on() =>
        Load([], ("OTEL_SERVICE_NAME", "mine"), ("OTEL_TRACES_SAMPLER", "always_on")).IsOn.ShouldBeFalse();

    [Fact]
    public void An_endpoint_is_enough()
    {
        OtlpOptions options = Load([], (OtlpOptions.Endpoint, "http://collector:4318"));
        (options.IsOn, options.SendsTraces, options.SendsMetrics).ShouldBe((true, true, true));
        options.Variables[OtlpOptions.Protocol].ShouldBe("http/protobuf");
    }

    [Fact]
    public void A_flag_wins_over_the_variable() =>
        Load(["--otlp-endpoint", "http://flag:4318"], (OtlpOptions.Endpoint, "http://variable:4318"))
            .Variables[OtlpOptions.Endpoint]
            .ShouldBe("http://flag:4318");

    [Fact]
    public void The_configuration_file_has_them_too()
    {
        var options = new ServerOptions();
        ConfigFile.Apply("""{"otlpEndpoint":"https://collector","otlpSamplerArgument":0.25}"""u8, options);
        options.Otlp!.IsOn.ShouldBeTrue();
        options.Otlp!.Variables["OTEL_TRACES_SAMPLER_ARG"].ShouldBe("0.25");
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    public void It_can_be_disabled(string disabled, bool isOn) =>
        Load([], (OtlpOptions.Endpoint, "http://collector"), (OtlpOptions.Disabled, disabled)).IsOn.ShouldBe(isOn);

    [Theory]
    [InlineData(OtlpOptions.Endpoint, "collector:4318")]
    [InlineData(OtlpOptions.Endpoint, "ftp://collector")]
    [InlineData(OtlpOptions.Endpoint, "http://user:secret@collector")]
    [InlineData(OtlpOptions.Protocol, "http/json")]
    [InlineData(OtlpOptions.TracesExporter, "jaeger")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "secret")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "10s")]
    [InlineData("OTEL_EXPORTER_OTLP_COMPRESSION", "br")]
    [InlineData("OTEL_TRACES_SAMPLER", "sometimes")]
    [InlineData("OTEL_TRACES_SAMPLER_ARG", "2")]
    [InlineData("OTEL_RESOURCE_ATTRIBUTES", "secret")]
    [InlineData("OTEL_SDK_DISABLED", "maybe")]
    public void What_cannot_be_is_refused_by_name_and_never_repeated(string variable, string value)
    {
        string message = Should.Throw<OptionsException>(() => Load([], (variable, value))).Message;
        message.ShouldContain(variable);
        message.ShouldNotContain(value);
    }

    [Fact]
    public async Task Help_lists_them()
    {
        CliRun run = await CliRun.RunAsync("help", "http");
        run.Output.ShouldContain("--otlp-endpoint URL");
        run.Output.ShouldContain("[OTEL_EXPORTER_OTLP_HEADERS]");
        run.Output.ShouldContain("otlpSampler,");
    }

    private static OtlpOptions Load(string[] arguments, params (string Name, string Value)[] variables) =>
        OptionsLoader
            .Load(
                CommandArguments.Parse(arguments, [], () => HttpSettings.All),
                name => variables.FirstOrDefault(variable => variable.Name == name).Value,
                HttpSettings.All
            )
            .Otlp!;
}
