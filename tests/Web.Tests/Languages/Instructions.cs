using System.Reflection;
using System.Reflection.Emit;

namespace Web.Tests.Languages;

/// <summary>Reads the instructions of compiled methods, as far as calls and texts go.</summary>
internal static class Instructions
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    /// <summary>Every method of a type, with its constructors.</summary>
    public static IEnumerable<MethodBase> Methods(Type type) => [.. type.GetMethods(Own), .. type.GetConstructors(Own)];

    /// <summary>What a method does, in the order of its code: its texts, whole numbers, methods called and types of arrays made.</summary>
    public static IEnumerable<object> Of(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var op = code[at] == 0xFE ? Codes[(short)(0xFE00 | code[at + 1])] : Codes[code[at]];
            at += op.Size;
            if (Operand(op, code, at, method) is { } operand)
            {
                yield return operand;
            }

            at += op.OperandType == OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(code, at)) : Size(op.OperandType);
        }
    }

    private static object? Operand(OpCode op, byte[] code, int at, MethodBase method) => op.OperandType switch
    {
        OperandType.InlineString => method.Module.ResolveString(BitConverter.ToInt32(code, at)),
        OperandType.InlineMethod => method.Module.ResolveMethod(
            BitConverter.ToInt32(code, at), method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null),
        OperandType.InlineType when op == OpCodes.Newarr => method.Module.ResolveType(
            BitConverter.ToInt32(code, at), method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null),
        OperandType.InlineI => BitConverter.ToInt32(code, at),
        OperandType.ShortInlineI => (int)(sbyte)code[at],
        _ when op.Value >= OpCodes.Ldc_I4_0.Value && op.Value <= OpCodes.Ldc_I4_8.Value => op.Value - OpCodes.Ldc_I4_0.Value,
        _ => null,
    };

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
