using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Parameters of a call by name. They live outside managed memory until disposed of.</summary>
internal sealed unsafe class TypedParameters : IDisposable
{
    private readonly List<VirTypedParameter> _items = new();

    /// <summary>How many.</summary>
    internal int Count => _items.Count;

    /// <summary>Adds a number.</summary>
    internal void Add(string name, ulong value) =>
        _items.Add(Named(name, new VirTypedParameter { Type = VirTypedParameterType.ULLong, ULLong = value }));

    /// <summary>Adds a number of the size that C calls int.</summary>
    internal void Add(string name, int value) =>
        _items.Add(Named(name, new VirTypedParameter { Type = VirTypedParameterType.Int, Int = value }));

    /// <summary>Adds text; a name may be there several times.</summary>
    internal void Add(string name, string value) =>
        _items.Add(Named(name, new VirTypedParameter { Type = VirTypedParameterType.Text, Text = Marshal.StringToCoTaskMemUTF8(value) }));

    /// <summary>The layout that a call takes.</summary>
    internal VirTypedParameter[] ToArray() => _items.ToArray();

    /// <summary>Reads what a call returned; parameters of unknown types are left out.</summary>
    internal static IReadOnlyDictionary<string, object> Read(VirTypedParameter* items, int count)
    {
        var result = new Dictionary<string, object>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            VirTypedParameter* item = items + i;
            object? value = item->Type switch
            {
                VirTypedParameterType.Int => item->Int,
                VirTypedParameterType.UInt => item->UInt,
                VirTypedParameterType.LLong => item->LLong,
                VirTypedParameterType.ULLong => item->ULLong,
                VirTypedParameterType.Double => item->Double,
                VirTypedParameterType.Boolean => item->Boolean != 0,
                VirTypedParameterType.Text => Marshal.PtrToStringUTF8(item->Text) ?? "",
                _ => null,
            };
            if (value is not null)
            {
                result[Name(item)] = value;
            }
        }

        return result;
    }

    public void Dispose()
    {
        foreach (var item in _items)
        {
            if (item.Type == VirTypedParameterType.Text)
            {
                Marshal.FreeCoTaskMem(item.Text);
            }
        }

        _items.Clear();
    }

    private static VirTypedParameter Named(string name, VirTypedParameter item)
    {
        var field = new Span<byte>(item.Field, VirTypedParameter.FieldLength - 1);
        Encoding.ASCII.GetBytes(name, field);
        return item;
    }

    private static string Name(VirTypedParameter* item)
    {
        var field = new ReadOnlySpan<byte>(item->Field, VirTypedParameter.FieldLength);
        int end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }
}
