using ClickUpMcp.LimiterBenchmark;

// ./build.sh bench limiter, or: dotnet run -c Release --project bench/Limiter -- NATIVE-EXECUTABLE
// measure CASE is what the program asks of itself and of the native executable.
if (args is ["measure", var name])
{
    foreach (Measurement measurement in Measurement.All(LimiterCase.All.First(c => c.Name == name)))
    {
        Console.WriteLine(measurement);
    }

    return 0;
}

if (args is [var native] && File.Exists(native))
{
    await Report.WriteAsync(native);
    return 0;
}

await Console.Error.WriteLineAsync("Usage: limiter-benchmark NATIVE-EXECUTABLE");
return 1;
